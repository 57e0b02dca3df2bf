/**
 * The public names of Gradus: a function for each verb of the command line, the shapes of what
 * they return, and the errors that they throw.
 */

export { CertificateError } from './certificate/certificate.js';
export {
  type ReplayReport,
  replayCertificate as replay,
  replayFile,
} from './document/certificates.js';
export { checkDocument as check } from './document/check.js';
export { type CheckFilesOptions, checkFiles } from './document/check-files.js';
export {
  type DerivationReport,
  type DeriveOptions,
  DocumentError,
  deriveExpression as derive,
} from './document/derive.js';
export { InputError } from './document/find.js';
export type { CheckOptions } from './document/options.js';
export { readDocument as parse } from './document/parse.js';
export {
  type RenderFormat,
  type RenderOptions,
  renderText as render,
} from './document/render.js';
export { type RenderedFile, renderFiles } from './document/render-files.js';
export {
  type CheckReport,
  type ClaimKind,
  type ClaimReport,
  type CrosscheckReport,
  exitCode,
  type FileReport,
  isAsExpected,
  type NumericReport,
  type ReadingError,
  type RelationReport,
  type StepReport,
  type Verdict,
} from './document/report.js';
export {
  type FunctionReport,
  type KernelReport,
  kernelExitCode,
} from './implementation/report.js';
export { type KernelOptions, testKernel } from './implementation/test-kernel.js';
export { ProofError } from './kernel/check.js';
export type { Document } from './language/document.js';
export { type Diagnostic, LanguageError } from './language/language-error.js';
export type { StepRecord, TranscriptRecord } from './transcript/record.js';
export { renderTranscript, type TranscriptFormat } from './transcript/render.js';
export {
  type RuleCondition,
  type RulePage,
  rulePage as explain,
  rulePages as rules,
  UnknownRule,
} from './transcript/rule-page.js';
