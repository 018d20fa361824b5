import { setSourceMapsSupport } from 'node:module';

// Before anything else is loaded: graphql-js and Express look at it while they are.
process.env['NODE_ENV'] ??= 'production';
// A trace names places in our sources. Not by `--enable-source-maps`: it keeps the maps of all libraries, some 20 MiB.
setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });

const { runServer } = await import('./app/run.js');
await runServer();
