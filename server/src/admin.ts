// What the host of an installation does at its terminal, beside the running server.
process.env['NODE_ENV'] ??= 'production';

const { runAdmin } = await import('./app/admin.js');
process.exitCode = await runAdmin(process.argv.slice(2));
