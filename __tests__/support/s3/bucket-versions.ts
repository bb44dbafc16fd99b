/** An object as it was put, or the marker of a deletion when it has no body. */
export interface ObjectVersion {
  readonly key: string;
  readonly version_id: string;
  readonly body: Buffer | undefined;
  readonly content_type: string;
  /** Headers `x-amz-meta-*`, and checksums, which are given back as they came. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A bucket in memory; with versioning, nothing is ever replaced. */
export class BucketVersions {
  readonly versioned: boolean;
  #versions: ObjectVersion[] = [];
  #count = 0;

  constructor({ versioned }: { readonly versioned: boolean }) {
    this.versioned = versioned;
  }

  put(object: Omit<ObjectVersion, 'version_id'>): ObjectVersion {
    this.#count += 1;
    const version = { ...object, version_id: this.versioned ? `v${this.#count}` : 'null' };
    if (!this.versioned) this.#versions = this.#versions.filter(({ key }) => key !== object.key);
    this.#versions.push(version);
    return version;
  }

  /** The version asked for, or the newest; undefined when it is absent or a marker. */
  find(key: string, versionId?: string | null): ObjectVersion | undefined {
    const found = this.#versions.findLast(
      (version) => version.key === key && (!versionId || version.version_id === versionId),
    );
    return found?.body === undefined ? undefined : found;
  }

  /** All versions below a prefix, in order of keys, the newest of each key first. */
  below(prefix: string): readonly (ObjectVersion & { readonly latest: boolean })[] {
    return this.#versions
      .filter(({ key }) => key.startsWith(prefix))
      .map((version) => ({ ...version, latest: this.#newest(version.key) === version }))
      .reverse()
      .sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1));
  }

  /** Deletes one version for good; without one, a bucket with versions gets a marker. */
  delete(key: string, versionId?: string): void {
    if (versionId === undefined && this.versioned) {
      this.put({ key, body: undefined, content_type: '', headers: {} });
      return;
    }
    this.#versions = this.#versions.filter(
      (version) => version.key !== key || (versionId !== undefined && version.version_id !== versionId),
    );
  }

  #newest(key: string): ObjectVersion | undefined {
    return this.#versions.findLast((version) => version.key === key);
  }
}
