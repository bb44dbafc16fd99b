import { describe, expect, it } from '@jest/globals';
import { readResume } from '../../../../services/brief/local/resume.ts';
import { monthsCovered, workGaps } from '../../../../services/brief/local/work-time.ts';
import { document } from '../../../fixtures/brief/sources.ts';

const today = new Date('2026-11-22');

function read(text: string) {
  return readResume(document({ id: 'D1', purpose: 'resume', file: 'cv.pdf', title: 'CV', text }), today);
}

describe('a resume', () => {
  it('is read by its headings, whether an extractor marked them or not', () => {
    const marked = read('# Work Experience\nWelder, Gearwise, May 2020 – May 2021\n# Skills\nPython');
    const plain = read('WORK EXPERIENCE\nWelder, Gearwise, May 2020 – May 2021\nSKILLS\nPython');
    expect([marked, plain].map(({ lines }) => lines.map(({ part }) => part))).toEqual([
      ['experience', 'skills'],
      ['experience', 'skills'],
    ]);
  });

  it('leaves out what referees are', () => {
    const resume = read(
      '# Experience\nWelder, May 2020 – Present\n# References\nUlla Brun, CEO of Farmwell, knows Kubernetes',
    );
    expect(resume.lines.map(({ text }) => text)).toEqual(['Welder, May 2020 – Present']);
    expect(resume.skills.has('Kubernetes')).toBe(false);
  });

  it('counts months of dated positions once, and none of education', () => {
    const resume = read(
      '# Experience\nA, January 2020 – December 2020\nB, July 2020 – June 2021\n# Education\nMSc, September 2010 – June 2015',
    );
    expect(monthsCovered(resume.roles)).toBe(18);
  });

  it('sees time without a position only where months are known', () => {
    expect(workGaps(read('# Experience\nB, June 2021 – Present\nA, January 2019 – March 2020').roles)).toHaveLength(1);
    expect(workGaps(read('# Experience\nB, May 2020 – Present\nA, January 2019 – March 2020').roles)).toHaveLength(0);
    expect(workGaps(read('# Experience\nB, 2022 – Present\nA, 2018 – 2020').roles)).toHaveLength(0);
  });

  it('asks nobody about the time of their studies', () => {
    const { roles, studies } = read(
      '# Experience\nIntern, May 2020 – August 2020\nIntern, May 2019 – August 2019\n# Education\nMSc, September 2018 – June 2020',
    );
    expect(workGaps(roles)).toHaveLength(1);
    expect(workGaps(roles, studies)).toHaveLength(0);
  });

  it('puts what was done with figures before what was done without', () => {
    const resume = read(
      '# Experience\nWelder, May 2020 – Present\n- Maintained the robots of the whole yard\n- Cut the cost of welding by 30 percent\n- responsible for many things',
    );
    expect(resume.achievements.map(({ text }) => text)).toEqual([
      'Cut the cost of welding by 30 percent',
      'Maintained the robots of the whole yard',
    ]);
  });

  it('shows a skill where it was used before where it is listed', () => {
    const resume = read(
      '# Skills\nPython, Go, SQL\n# Experience\nWelder, May 2020 – Present\n- Wrote Python scripts that plan the welding',
    );
    expect(resume.skills.get('Python')?.map(({ part }) => part)).toEqual(['experience', 'skills']);
  });
});
