import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { ConversationsModule } from '../conversations/index.js';
import { AutomationJob } from './automation.job.js';
import { AutomationRuleResolver, AutomationRunResolver } from './automation.resolver.js';
import { AutomationService } from './automation.service.js';
import { AutomationTail } from './automation-tail.js';
import { TrialService } from './trial.service.js';

/** What is done by itself when something happens. Needs the kernel's ports. */
@Module({
  imports: [ConversationsModule],
  providers: [AutomationJob, AutomationRuleResolver, AutomationRunResolver, AutomationService, AutomationTail, TrialService],
})
export class AutomationModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly rules: AutomationService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('automationRule', 'AutomationRule', ({ ctx }, id) => this.rules.find(ctx, id));
  }
}
