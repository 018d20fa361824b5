// Before anything else is loaded: graphql-js and Express look at it while they are.
process.env['NODE_ENV'] ??= 'production';

const { runServer } = await import('./app/run.js');
await runServer();
