import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type RequestHandler } from 'express';
import type { PublicAddress } from '../../kernel/public-address.js';
import { appPolicy, ASSET_POLICIES } from './headers.js';

/** Where the build of the web app lies; the same from `src` and from `dist`. */
export const WEB_APP_DIR = fileURLToPath(new URL('../../../../web/agent/dist', import.meta.url));

/** Paths that are ours and never a page of the app. */
const NO_PAGES = /^\/(api|graphql|health|metrics|p)(\/|$)/;
const NONCE = /__NONCE__/g;
/** The build names its files relative to its page; a page deep in the app lies elsewhere. */
const RELATIVE = /(?<=\s(?:href|src)=")\.(?=\/)/g;
/** Where the app reads what its address begins with. */
const BASE = /__BASE__/g;

const MISSING = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Balie</title>
<h1>The web app is not built yet</h1>
<p>The server runs, but web/agent/dist is missing. Run <code>npm run build</code> and reload this page.</p></html>`;

/** The files of the build. Their names carry a hash, so those under /assets never change. */
export function webAssets(dir: string): RequestHandler {
  return express.static(dir, {
    index: false,
    redirect: false,
    setHeaders(response, path) {
      const forever = /[\\/]assets[\\/]/.test(path);
      response.setHeader('Cache-Control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
      const policy = ASSET_POLICIES[basename(path)];
      if (policy) response.setHeader('Content-Security-Policy', policy);
    },
  });
}

/** The page of the app under each of its paths, after all routes had their turn. */
export function webPage(dir: string, address: PublicAddress): RequestHandler {
  const file = join(dir, 'index.html');
  return async (request, response, next) => {
    const asksForPage = (request.method === 'GET' || request.method === 'HEAD') && request.accepts('html') !== false;
    if (!asksForPage || NO_PAGES.test(request.path) || /\.[a-z0-9]{1,5}$/i.test(request.path)) return next();
    // Read each time: a build that is replaced under a running server names other files.
    const page = await readFile(file, 'utf8').catch(() => null);
    const nonce = randomBytes(18).toString('base64');
    response.setHeader('Content-Security-Policy', appPolicy(nonce, address.https));
    response.setHeader('X-Frame-Options', 'DENY');
    response.setHeader('Cache-Control', 'no-store');
    response.status(page === null ? 503 : 200).type('html');
    response.send((page ?? MISSING).replace(NONCE, nonce).replace(BASE, address.base).replace(RELATIVE, address.base));
  };
}
