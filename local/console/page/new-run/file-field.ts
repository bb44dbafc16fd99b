import { fileProblem } from '../../model/check-form.ts';
import { fileSize } from '../../model/format.ts';
import { acceptedFiles, takenNames } from '../../model/media-type.ts';
import type { ChosenFile, Purpose } from '../../model/new-run.ts';
import { announce } from '../announce.ts';
import { button } from '../button.ts';
import { el, setAttributes } from '../element.ts';
import { KeyedList } from '../keyed-list.ts';

/** A file with its bytes. */
export interface HeldFile extends ChosenFile {
  readonly file: File;
}

/** What a place for files is for. */
export interface FileFieldWords {
  readonly purpose: Purpose;
  readonly label: string;
  readonly help: string;
  readonly several: boolean;
}

let filesChosen = 0;

/** A place to drop files on or to choose them at; the input in it works with the keyboard as any other. */
export class FileField {
  readonly element: HTMLElement;
  readonly #words: FileFieldWords;
  readonly #mediaTypes: Readonly<Record<string, string>>;
  readonly #input: HTMLInputElement;
  readonly #list: KeyedList<ChosenFile & { readonly problem?: string }>;
  #files: readonly HeldFile[] = [];
  #problems: ReadonlyMap<string, string> = new Map();

  constructor(words: FileFieldWords, mediaTypes: Readonly<Record<string, string>>) {
    const { purpose, label, help, several } = words;
    this.#words = words;
    this.#mediaTypes = mediaTypes;
    const id = `files-${purpose}`;
    this.#input = el('input', {
      type: 'file',
      id,
      accept: acceptedFiles(mediaTypes),
      multiple: several,
      'aria-describedby': `${id}-help`,
    });
    const list = el('ul', { class: 'files', 'aria-label': `Chosen: ${label}` });
    this.#list = new KeyedList(
      list,
      ({ key }) => key,
      (file) => this.#itemOf(file),
    );
    const zone = el(
      'div',
      { class: 'drop' },
      el(
        'label',
        { for: id },
        el('span', { class: 'drop-title' }, label),
        el('span', { class: 'optional' }, ' optional'),
      ),
      el('span', { class: 'help', id: `${id}-help` }, `${help} ${takenNames(mediaTypes)}.`),
      this.#input,
      list,
    );
    this.#listen(zone);
    this.element = zone;
  }

  /** What was chosen. */
  get files(): readonly HeldFile[] {
    return this.#files;
  }

  /** Shows what is wrong with files, by their keys. */
  problems(problems: ReadonlyMap<string, string>): void {
    this.#problems = problems;
    this.#show();
  }

  #listen(zone: HTMLElement): void {
    this.#input.addEventListener('change', () => {
      this.#take([...(this.#input.files ?? [])]);
      // The same file may be chosen again after it was removed.
      this.#input.value = '';
    });
    for (const type of ['dragenter', 'dragover'] as const) {
      zone.addEventListener(type, (event) => {
        event.preventDefault();
        setAttributes(zone, { 'data-over': true });
      });
    }
    zone.addEventListener('dragleave', () => setAttributes(zone, { 'data-over': undefined }));
    zone.addEventListener('drop', (event) => {
      event.preventDefault();
      setAttributes(zone, { 'data-over': undefined });
      this.#take([...(event.dataTransfer?.files ?? [])]);
    });
  }

  #take(files: readonly File[]): void {
    const taken = files.map((file) => this.#hold(file));
    if (taken.length === 0) return;
    this.#files = this.#words.several ? [...this.#files, ...taken] : taken.slice(-1);
    const wrong = taken.flatMap((file) => {
      const problem = fileProblem(file, this.#mediaTypes);
      return problem === undefined ? [] : [[file.key, problem] as const];
    });
    this.#problems = new Map([...this.#problems, ...wrong]);
    this.#show();
    announce(`Chosen: ${taken.map(({ name }) => name).join(', ')}.`);
  }

  #hold(file: File): HeldFile {
    filesChosen += 1;
    const { name, size: bytes, type } = file;
    return { key: `file-${filesChosen}`, name, bytes, type, purpose: this.#words.purpose, file };
  }

  #remove(key: string): void {
    const name = this.#files.find((file) => file.key === key)?.name;
    this.#files = this.#files.filter((file) => file.key !== key);
    this.#show();
    this.#input.focus();
    announce(`Removed: ${name}.`);
  }

  #show(): void {
    this.#list.show(
      this.#files.map(({ file: _file, ...chosen }) => {
        const problem = this.#problems.get(chosen.key);
        return problem === undefined ? chosen : { ...chosen, problem };
      }),
    );
  }

  #itemOf({ key, name, bytes, problem }: ChosenFile & { readonly problem?: string }): HTMLElement {
    const remove = button(
      { class: 'quiet', 'aria-label': `Remove ${name}`, id: `files.${key}` },
      () => this.#remove(key),
      'Remove',
    );
    const wrong = problem === undefined ? undefined : el('span', { class: 'wrong' }, problem);
    return el(
      'li',
      {},
      el('span', { class: 'file-name' }, name),
      el('span', { class: 'soft' }, ` ${fileSize(bytes)} `),
      remove,
      wrong,
    );
  }
}
