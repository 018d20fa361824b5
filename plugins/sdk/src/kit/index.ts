export type { Conformance, FarSide, Finding, Report, Trouble } from './conformance.js';
export { createPlugin } from './create.js';
export { runConformance } from './run.js';
export { makeKey, signPackage } from './sign.js';
export { SimulatedHost } from './simulated-host.js';
