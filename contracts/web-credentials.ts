/**
 * Whether an address carries a user name or password, as whoever asks it would read it: by the URL standard's parser, for which the @ of
 * `https://@acme.example` carries nothing and the one of `https://acme.example\@b` stands in the path. False for what is no address.
 */
export function carriesCredentials(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username !== '' || password !== '';
}
