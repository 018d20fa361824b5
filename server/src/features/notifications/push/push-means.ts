import { Injectable } from '@nestjs/common';
import { PublicAddress } from '../../../kernel/public-address.js';
import { SessionService } from '../../auth/index.js';
import { Attendance } from './attendance.js';
import { PushKeys } from './push-keys.js';
import { PushPoster } from './push-poster.js';

/** What a push is sent with, and who may still get one. */
@Injectable()
export class PushMeans {
  constructor(
    readonly keys: PushKeys,
    readonly poster: PushPoster,
    readonly attendance: Attendance,
    readonly sessions: SessionService,
    readonly address: PublicAddress,
  ) {}
}
