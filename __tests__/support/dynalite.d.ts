declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** Makes a server of DynamoDB's protocol that keeps its tables in memory, unless a path is given. */
  export default function dynalite(options?: { readonly createTableMs?: number }): Server;
}
