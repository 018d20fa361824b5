import { Injectable } from '@nestjs/common';
import { PublicAddress } from '../../../kernel/public-address.js';
import { WorkspaceService } from '../../workspace/index.js';

/** Where the mails come from. */
@Injectable()
export class MailPlace {
  constructor(
    private readonly workspace: WorkspaceService,
    private readonly address: PublicAddress,
  ) {}

  async facts(): Promise<{ workspace: string; address: string }> {
    return { workspace: (await this.workspace.current()).name, address: this.address.at('') };
  }
}
