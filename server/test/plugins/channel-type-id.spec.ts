import { expect, it } from '@jest/globals';
import path from 'node:path';
import ts from 'typescript';

const USE = path.resolve('test/plugins/compared-by-name.ts');

/** What the compiler says about a piece of code of ours. */
function errorsIn(code: string): number[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => path.resolve(file) === USE || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    path.resolve(file) === USE ? ts.createSourceFile(file, code, ts.ScriptTarget.ES2023) : getSourceFile(file, ...rest);
  const program = ts.createProgram([USE], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ code: number }) => number);
}

const typed = (body: string) => `
  import { channelTypeId, wordOfType, type ChannelTypeId } from '../../src/features/channels/channel-type-id.js';
  export function use(type: ChannelTypeId): unknown { ${body} }`;

it('is a type of channel that no code can compare with a name', () => {
  expect(errorsIn(typed("return type === 'email';"))).toEqual([2367]);
  expect(errorsIn(typed("return 'email' !== type;"))).toEqual([2367]);
  expect(errorsIn(typed("switch (type) { case 'slack': return 1; } return 0;"))).toEqual([2678]);
  expect(errorsIn(typed("const other: ChannelTypeId = 'email'; return other;"))).toEqual([2322]);
  expect(errorsIn(typed('return type === channelTypeId(wordOfType(type));'))).toEqual([]);
}, 240_000);
