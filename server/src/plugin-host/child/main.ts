/** The program of a plugin's process: started by the host with the permission flags, nothing of the host's environment and one line to the host. */
import { registerHooks } from 'node:module';
import type { ProcessSpec } from './spec.js';

const spec = JSON.parse(process.argv[2] ?? '{}') as ProcessSpec;
const fromSource = import.meta.url.endsWith('.ts');

registerHooks({
  resolve(specifier, context, next) {
    const known = spec.modules[specifier];
    if (known !== undefined) return { url: known, shortCircuit: true };
    // Run from source, our own files name each other as they will be called once they are built.
    if (
      fromSource &&
      specifier.startsWith('./') &&
      context.parentURL &&
      new URL('.', context.parentURL).href === new URL('.', import.meta.url).href
    )
      return next(specifier.replace(/\.js$/, '.ts'), context);
    return next(specifier, context);
  },
});

const { run } = await import('./program.js');
await run(spec);
