import { Injectable } from '@nestjs/common';
import { Outgoing } from '../../../kernel/outgoing.js';
import { WebhookPoster } from '../../webhooks/index.js';
import { PushOptions } from './push-options.js';

/** Posts to the addresses that browsers gave, with the same guard as webhooks: never into a private network that the host did not open. */
@Injectable()
export class PushPoster extends WebhookPoster {
  constructor(options: PushOptions, outgoing: Outgoing) {
    super(options, outgoing);
  }
}
