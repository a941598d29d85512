/** The few names that are used here: TypeScript has them in `lib.dom` only, and this is no browser. */
declare namespace WebAssembly {
  type Imports = Record<string, Record<string, unknown>>;
  type Exports = Record<string, unknown>;
  class Module {
    private readonly compiled: true;
  }
  class Instance {
    constructor(module: Module, imports: object);
    readonly exports: Exports;
  }
  function compile(bytes: Uint8Array): Promise<Module>;
}
