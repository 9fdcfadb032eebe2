import type { ICruiseOptions, IRegularForbiddenRuleType } from 'dependency-cruiser'
import { contexts } from './contexts.ts'

const rooms = '^src/(border|casework|oversight|public)/'
const impure = '\\.(store|page|api|cli|feed|job|browser)\\.ts$'
const notPure = `${impure}|\\.test\\.ts$|/(door|wire|rights)\\.ts$`
const rule = (name: string, from: IRegularForbiddenRuleType['from'], to: IRegularForbiddenRuleType['to']): IRegularForbiddenRuleType => ({ name, severity: 'error', from, to })

/** The walls of the house. `test/architecture` proves that every rule sees files and that the cruiser read them all. */
export const forbidden: IRegularForbiddenRuleType[] = [
  rule('values-know-nothing', { path: '^src/values/', pathNot: '\\.test\\.ts$' }, { pathNot: '^src/values/' }),
  rule('law-knows-only-values', { path: '^src/law/', pathNot: '\\.test\\.ts$' }, { pathNot: '^src/(law|values)/' }),
  rule('platform-knows-no-domain', { path: '^src/platform/', pathNot: '\\.test\\.ts$' }, { path: '^src/(law|border|casework|oversight|public|app)/' }),
  rule('nothing-imports-the-app', { path: '^src/(?!app/)', pathNot: '\\.test\\.ts$' }, { path: '^src/app/' }),
  rule('only-the-app-wires', { path: '^src/(?!app/)', pathNot: '\\.test\\.ts$' }, { path: '/wire\\.ts$' }),
  rule('platform-through-its-doors', { path: '^src/(?!platform/)', pathNot: '\\.test\\.ts$' }, { path: '^src/platform/', pathNot: '^src/platform/[^/]+/door\\.ts$' }),
  rule('law-through-its-door', { path: '^src/(?!law/)', pathNot: '\\.test\\.ts$' }, { path: '^src/law/', pathNot: '^src/law/door\\.ts$' }),
  rule('values-through-their-door', { path: '^src/(?!values/)' }, { path: '^src/values/', pathNot: '^src/values/door\\.ts$' }),
  // Decisions and the parsers of wire formats compute and touch nothing, so pure files may use them.
  rule('pure-files-stay-pure', { path: rooms, pathNot: notPure }, { path: `${impure}|^src/platform/(?!decisions/|wire-formats/)`, dependencyTypesNot: ['type-only'] }),
  // A zod schema says what shape a contract has; it reads and writes nothing.
  rule('pure-files-use-no-packages', { path: rooms, pathNot: notPure }, { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod/' }),
  rule('pages-speak-no-sql', { path: '\\.(page|api|cli)\\.ts$' }, { path: 'node_modules/(kysely|pg)/' }),
  rule('source-never-imports-tests', { path: '^src/', pathNot: '\\.test\\.ts$' }, { path: '^test/|\\.test\\.ts$' }),
  rule('no-circles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
  rule('everything-resolves', {}, { couldNotResolve: true }),
  ...Object.entries(contexts).map(([context, mayOpen]) =>
    rule(
      `${context.replace('/', '-')}-keeps-to-its-doors`,
      { path: `^src/${context}/`, pathNot: '\\.test\\.ts$' },
      { path: rooms, pathNot: [`^src/${context}/`, ...mayOpen.map((other) => `^src/${other}/door\\.ts$`)] },
    ),
  ),
]

export const options: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  tsPreCompilationDeps: true,
  tsConfig: { fileName: 'tsconfig.json' },
  enhancedResolveOptions: { conditionNames: ['import', 'types', 'default'], exportsFields: ['exports'] },
}
