import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { type Reader, type Tx, UnitOfWork } from '../../kernel/uow.js';
import type { Workspace } from './workspace.entity.js';
import { findWorkspace, insertWorkspace, lockWorkspace, type SetupState, updateWorkspace } from './workspace.repository.js';

const STEPS: readonly SetupState[] = ['owner', 'inbox', 'channel', 'done'];

/** What the first run says about the workspace. */
export interface NewWorkspace {
  name: string;
  locale: string;
  timeZone: string;
}

/** The one workspace of the instance. */
@Injectable()
export class WorkspaceService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Null before the first run. */
  find(reader: Reader = this.uow.reader): Promise<Workspace | null> {
    return findWorkspace(reader);
  }

  /** The workspace of an instance that was set up. */
  async current(reader: Reader = this.uow.reader): Promise<Workspace> {
    const workspace = await findWorkspace(reader);
    if (!workspace) throw new DomainError('NOT_FOUND', 'This instance is not set up yet. Open it in a browser to begin.');
    return workspace;
  }

  /** Makes the workspace in the unit of the first run; CONFLICT when it is there. */
  async create(tx: Tx, input: NewWorkspace): Promise<Workspace> {
    if (await findWorkspace(tx)) throw new DomainError('CONFLICT', 'This instance is set up already. Sign in instead.');
    const workspace: Workspace = {
      id: newId('workspace'),
      name: input.name.trim(),
      locale: input.locale,
      timeZone: input.timeZone,
      setupState: 'inbox',
      lastConversationNumber: 0,
      demo: false,
      systemMailChannelId: null,
      apiOrigins: [],
      apiExplorer: true,
      apiSettingsVersion: 1,
      secondFactorRequired: false,
      currency: 'EUR',
      createdAt: tx.now,
      updatedAt: tx.now,
      version: 1,
    };
    await insertWorkspace(tx, workspace);
    return workspace;
  }

  /** Moves the first run on to `state`; it never goes back. */
  async advanceSetup(tx: Tx, state: SetupState): Promise<Workspace> {
    await lockWorkspace(tx);
    const workspace = await this.current(tx);
    if (STEPS.indexOf(state) <= STEPS.indexOf(workspace.setupState)) return workspace;
    return updateWorkspace(tx, workspace, { setupState: state });
  }

  /** Chooses the channel of system mail. */
  async setSystemMail(tx: Tx, systemMailChannelId: string | null): Promise<void> {
    await updateWorkspace(tx, await this.current(tx), { systemMailChannelId });
  }

  /** Sets whose scripts may call the API, and whether its schema can be explored. */
  async setApi(tx: Tx, workspace: Workspace, api: Pick<Workspace, 'apiOrigins' | 'apiExplorer'>): Promise<Workspace> {
    return updateWorkspace(tx, workspace, { ...api, apiSettingsVersion: workspace.apiSettingsVersion + 1 });
  }

  /** Sets whether everybody needs a second step. */
  async setSecondFactorRequired(tx: Tx, secondFactorRequired: boolean): Promise<void> {
    await updateWorkspace(tx, await this.current(tx), { secondFactorRequired });
  }

  /** Sets what amounts are in where nobody says. */
  async setCurrency(tx: Tx, currency: string): Promise<void> {
    await updateWorkspace(tx, await this.current(tx), { currency });
  }

  /** Remembers whether demo conversations are in. */
  async setDemo(tx: Tx, present: boolean): Promise<void> {
    const workspace = await this.current(tx);
    if (workspace.demo !== present) await updateWorkspace(tx, workspace, { demo: present });
  }
}
