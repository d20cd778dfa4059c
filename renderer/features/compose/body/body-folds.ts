import { createFileFolds } from '../../../../shared/files/file-folds.ts';

/**
 * The files of all bodies that are open: editors hold placeholders, the store holds the whole. One for all of them, so that a
 * placeholder can be copied into another body, and for as long as the page lives, so that undoing finds every file again.
 */
export const bodyFolds = createFileFolds();
