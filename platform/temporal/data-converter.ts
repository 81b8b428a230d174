import type { DataConverter } from '@temporalio/common';
import { createEncryptionCodec, type KeyRing } from './codec';

/** Path of the failure converter's module, for `bundleWorkflowCode({ failureConverterPath })`. */
export const FAILURE_CONVERTER_PATH = require.resolve('./failure-converter');

/** How every client and worker writes payloads: JSON, encrypted, with the texts of failures inside. */
export function createDataConverter(keyRing: KeyRing): DataConverter {
  return { payloadCodecs: [createEncryptionCodec(keyRing)], failureConverterPath: FAILURE_CONVERTER_PATH };
}
