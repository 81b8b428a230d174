/** The package brings types of BPMN's elements, but none of its entry. */
declare module 'bpmn-moddle' {
  type Element = { readonly $type: string; readonly [property: string]: unknown };
  export const BpmnModdle: new (packages: object) => {
    readonly create: (type: string, properties: { readonly [property: string]: unknown }) => Element;
    readonly toXML: (root: Element, options: { readonly format: boolean }) => Promise<{ readonly xml: string }>;
    readonly fromXML: (xml: string) => Promise<{ readonly rootElement: Element; readonly warnings: readonly { readonly message: string }[] }>;
  };
}
