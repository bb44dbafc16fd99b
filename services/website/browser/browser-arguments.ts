import { USER_AGENT } from '../identity.ts';
import { MAX_SCRIPT_HEAP_MEGABYTES } from './limits.ts';

/**
 * Port 9 (discard, RFC 863) of this machine as the only way out: nothing listens there, and no name, not even an address as text, is resolved. What a page asks
 * for is answered before it comes that far; whatever is not asked for in that way (WebSocket, preconnect, WebRTC over TCP, the browser's own services) ends here.
 */
const NO_NETWORK = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=socks5://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-quic',
  '--dns-prefetch-disable',
  '--no-pings',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
];

/** What a browser does by itself and nobody here needs. */
const NOTHING_OF_ITS_OWN = [
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-notifications',
  '--disable-search-engine-choice-screen',
  '--disable-speech-api',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-service-autorun',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,DialMediaRouteProvider,InterestFeedContentSuggestions,MediaRouter,NetworkPrediction,OptimizationHints,Prerender2,SpeculationRulesPrefetchFuture,Translate',
];

const FOR_DRAWING = [
  '--headless=new',
  '--hide-scrollbars',
  '--mute-audio',
  '--disable-gpu',
  // Containers give 64 MB of shared memory, of which a large page's process dies.
  '--disable-dev-shm-usage',
  '--window-size=1280,800',
  `--js-flags=--max-old-space-size=${MAX_SCRIPT_HEAP_MEGABYTES}`,
];

/**
 * The command line of a browser that keeps its data in `profile`, is driven over pipes and reaches no network. Its sandbox stays on, except for root, for whom
 * Chrome does not start with it.
 */
export function browserArguments(profile: string, isRoot: boolean): string[] {
  return [
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    `--user-agent=${USER_AGENT}`,
    ...(isRoot ? ['--no-sandbox'] : []),
    ...FOR_DRAWING,
    ...NOTHING_OF_ITS_OWN,
    ...NO_NETWORK,
    'about:blank',
  ];
}
