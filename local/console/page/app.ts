import type { FlowGraph } from '../model/flow.ts';
import { flowGraphOf } from '../model/flow.ts';
import type { ConsoleSettings } from '../model/settings.ts';
import type { AslMachine } from '../model/state-machine.ts';
import { ApiClient } from './api/api-client.ts';
import { errorOf } from './api/api-error.ts';
import { Token } from './token.ts';

/** What every view works with. */
export interface App {
  readonly client: ApiClient;
  readonly settings: ConsoleSettings;
  readonly graph: FlowGraph;
}

/** A view of the page while it is shown. */
export interface View {
  readonly title: string;
  readonly element: HTMLElement;
}

/** Makes a view; the signal is aborted when another one takes its place. */
export type MakeView = (app: App, signal: AbortSignal) => View;

/** Loads what the page has to know of its server. Throws an `ApiError` when that cannot be had. */
export async function loadApp(): Promise<App> {
  const [settings, machine] = await Promise.all([
    load<ConsoleSettings>('/console/settings.json'),
    load<AslMachine>('/console/state-machine.json'),
  ]);
  const token = new Token(settings.sign_in);
  token.takeFromAddress();
  return { client: new ApiClient(token), settings, graph: flowGraphOf(machine) };
}

async function load<Content>(path: string): Promise<Content> {
  const response = await fetch(path);
  if (!response.ok) throw await errorOf(response);
  return response.json();
}
