import { Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { isDutch } from '../words.js';
import { MailOff } from './mail-off.js';

const PAGE = "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const EN = {
  title: 'Notifications by mail',
  ask: 'No more notifications by mail?',
  button: 'Switch them off',
  done: 'They are switched off. In the settings of Balie you can switch them on again.',
  wrong: 'This link is not complete. Copy all of it from the mail.',
};
const NL: typeof EN = {
  title: 'Meldingen per mail',
  ask: 'Geen meldingen per mail meer?',
  button: 'Zet ze uit',
  done: 'Ze zijn uitgezet. In de instellingen van Balie zet je ze weer aan.',
  wrong: 'Deze link is niet heel. Neem hem helemaal over uit de mail.',
};

/**
 * The link in the mails: a page with a button for people, whose programs look at links beforehand, and the POST of RFC 8058 for theirs.
 * It needs no session, so no other site gains anything by making a browser send it.
 */
@Controller('api/notifications/mail-off')
export class MailOffController {
  constructor(private readonly mailOff: MailOff) {}

  @Get()
  async look(@Query('t') token: unknown, @Res() response: Response): Promise<void> {
    const language = await this.mailOff.look(token);
    const words = wordsIn(language);
    // Without an action a form is sent to where its page came from.
    if (language === null) page(response, 404, words, `<p>${EN.wrong}</p>`);
    else page(response, 200, words, `<form method="post"><p>${words.ask}</p><button>${words.button}</button></form>`);
  }

  @Post()
  async use(@Query('t') token: unknown, @Res() response: Response): Promise<void> {
    const words = wordsIn(await this.mailOff.look(token));
    if (await this.mailOff.use(token)) page(response, 200, words, `<p>${words.done}</p>`);
    else page(response, 404, words, `<p>${words.wrong}</p>`);
  }
}

const wordsIn = (language: string | null): typeof EN => (language !== null && isDutch(language) ? NL : EN);

function page(response: Response, status: number, words: typeof EN, body: string): void {
  response.status(status).type('html');
  response.setHeader('Content-Security-Policy', PAGE);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.send(`<!doctype html><html lang="${words === NL ? 'nl' : 'en'}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${words.title}</title><h1>${words.title}</h1>${body}</html>`);
}
