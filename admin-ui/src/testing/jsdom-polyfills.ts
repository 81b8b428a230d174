/** What browsers have and jsdom lacks: needed by react-admin, React Flow and the date pickers. */
import { TextDecoder, TextEncoder } from 'node:util';
import { deserialize, serialize } from 'node:v8';

class ObserverStub {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return [];
  }
}

class MatrixStub {
  m22: number;
  constructor(transform?: string) {
    this.m22 = Number(/scale\(([\d.]+)\)/.exec(transform ?? '')?.[1] ?? 1);
  }
}

class EventSourceStub extends EventTarget {
  readonly readyState = 0;
  close(): void {}
}

class BroadcastChannelStub extends EventTarget {
  postMessage(): void {}
  close(): void {}
}

/** The router makes one for every navigation and reads only these. */
class RequestStub {
  readonly method: string;
  readonly signal: AbortSignal | undefined;
  constructor(
    readonly url: string,
    init: { readonly method?: string; readonly signal?: AbortSignal } = {},
  ) {
    this.method = init.method ?? 'GET';
    this.signal = init.signal;
  }
}

const missing: { readonly [name: string]: unknown } = {
  TextEncoder,
  TextDecoder,
  ResizeObserver: ObserverStub,
  IntersectionObserver: ObserverStub,
  DOMMatrixReadOnly: MatrixStub,
  EventSource: EventSourceStub,
  BroadcastChannel: BroadcastChannelStub,
  // Ids in tests have nothing that a selector could mistake besides signs.
  CSS: { escape: (text: string) => text.replace(/[^\w\u0080-\uffff-]/g, '\\$&') },
  Request: RequestStub,
  structuredClone: (value: unknown): unknown => deserialize(serialize(value)),
  scrollTo: () => {},
  matchMedia: (query: string) => ({
    // Wide screen, fine pointer, light colours: what a desk has.
    matches: /min-width|pointer: ?fine|any-pointer/.test(query),
    media: query,
    onchange: null,
    addListener() {},
    removeListener() {},
    addEventListener() {},
    removeEventListener() {},
    dispatchEvent: () => false,
  }),
};

for (const [name, value] of Object.entries(missing)) {
  // jsdom has a scrollTo that only complains.
  if (!(name in globalThis) || name === 'scrollTo') Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}
for (const name of ['scrollIntoView', 'setPointerCapture', 'releasePointerCapture', 'hasPointerCapture']) {
  if (!(name in Element.prototype)) Object.defineProperty(Element.prototype, name, { value: () => false, writable: true, configurable: true });
}
if (typeof crypto.randomUUID !== 'function') {
  let last = 0;
  Object.defineProperty(crypto, 'randomUUID', {
    value: () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`,
    configurable: true,
  });
}
