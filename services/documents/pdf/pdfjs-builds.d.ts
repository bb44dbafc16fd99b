/** The minified builds of pdf.js: the same exports, 40 ms less to load. */
declare module 'pdfjs-dist/legacy/build/pdf.min.mjs' {
  export * from 'pdfjs-dist';
}

declare module 'pdfjs-dist/legacy/build/pdf.worker.min.mjs' {
  /** The side of the worker: connected to a port, it answers what comes over it. */
  export const WorkerMessageHandler: { initializeFromPort(port: object): void };
}
