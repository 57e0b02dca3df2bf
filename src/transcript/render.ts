/** A transcript in one of the forms in which it can be shown. */
import { latexDisplay } from './latex.js';
import { markdownTranscript } from './markdown.js';
import type { TranscriptRecord } from './record.js';
import { textLines } from './text.js';

export type TranscriptFormat = 'text' | 'markdown' | 'latex' | 'json';

export function renderTranscript(record: TranscriptRecord, format: TranscriptFormat): string {
  switch (format) {
    case 'text':
      return `${textLines(record).join('\n')}\n`;
    case 'markdown':
      return `${markdownTranscript(record)}\n`;
    case 'latex':
      return `${latexDisplay(record)}\n`;
    case 'json':
      return `${JSON.stringify(record, undefined, 2)}\n`;
  }
}
