import { Module } from '@nestjs/common';
import { ListExportController } from './list-export.controller.js';

/** Lists as files for spreadsheets. Needs the kernel's ports. */
@Module({ controllers: [ListExportController] })
export class ListExportModule {}
