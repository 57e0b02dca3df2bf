/** What a thread of the pool does with each document that it is given. */
import { Tinypool } from 'tinypool';
import { type CheckedFile, checkSafely, type FileOptions } from './check-file.js';

const options = Tinypool.workerData as FileOptions;

export const checkOne = (path: string): Promise<CheckedFile> => checkSafely(path, options);
