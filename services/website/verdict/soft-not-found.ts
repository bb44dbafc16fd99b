import { MAX_INTERSTITIAL_CHARACTERS } from '../limits.ts';

const NOT_FOUND_TITLE =
  /^(?:error\s*)?404\b|\b(?:error 404|404 error|page not found|not found|page (?:could not|couldn't|can't|cannot) be found|page (?:doesn't|does not) exist|nothing (?:was )?found|seite nicht gefunden|nicht gefunden|page (?:non trouvée|introuvable)|página no encontrada|no encontrad[ao]|pagina non trovata|pagina niet gevonden)\b|見つかりません|存在しません/i;

/** Whether a page that was answered with 200 says that there is no such page: its title or first heading says so and little else is there. */
export function isSoftNotFound(title: string, firstHeading: string, characters: number): boolean {
  if (characters > MAX_INTERSTITIAL_CHARACTERS) return false;
  return NOT_FOUND_TITLE.test(title) || NOT_FOUND_TITLE.test(firstHeading);
}
