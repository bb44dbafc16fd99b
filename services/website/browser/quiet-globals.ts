/**
 * Takes out of a page what opens connections that are no requests, and other windows. Nothing would come of them, since the browser reaches no network; without
 * them pages take their other ways sooner. Runs inside the page before its own scripts.
 */
export const QUIET_GLOBALS = `(() => {
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebSocket', 'WebTransport', 'EventSource', 'Worker', 'SharedWorker'])
  Reflect.deleteProperty(globalThis, name);
Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
globalThis.open = () => null;
})()`;
