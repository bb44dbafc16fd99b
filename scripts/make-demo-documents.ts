import { writeFileSync } from 'node:fs';
import { demoFactSheet } from './demo-documents/fact-sheet.ts';
import { demoJobDescription } from './demo-documents/job-description.ts';
import { demoResume } from './demo-documents/resume.ts';

const MADE = {
  'local/demo/documents/resume.pdf': demoResume,
  'local/demo/documents/job-description.docx': demoJobDescription,
  'local/demo/site/about/kindlewater-fact-sheet.pdf': demoFactSheet,
};

for (const [file, make] of Object.entries(MADE)) {
  writeFileSync(file, await make());
  console.log(`wrote ${file}`);
}
