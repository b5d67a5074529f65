import { sandboxCommand } from './sandbox-command.ts'

await sandboxCommand().parseAsync()
