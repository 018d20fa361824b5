import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/errors.js';
import { SetupCode } from './setup-code.js';
import { SetupOptions } from './setup-options.js';
import { SetupService } from './setup.service.js';

/** What happens about the first run when the server starts. */
@Injectable()
export class FirstRun {
  constructor(
    private readonly setup: SetupService,
    private readonly code: SetupCode,
    private readonly options: SetupOptions,
  ) {}

  /** Makes the owner that the settings name, else a one-time code; null when there is an owner. */
  async prepare(): Promise<string | null> {
    if (!(await this.setup.needsOwner())) return null;
    const { owner } = this.options;
    if (!owner) return this.code.make();
    try {
      await this.setup.createOwner(owner, null);
    } catch (error) {
      // Another process of the same instance was faster.
      if (!(error instanceof DomainError && error.code === 'NOT_FOUND')) throw error;
    }
    return null;
  }
}
