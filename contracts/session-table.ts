/** The keys of the table of session rows: the stack makes them, the store reads and writes by them. */
export const SESSION_TABLE = {
  partition_key: 'session_id',
  /** An owner's sessions by time; all attributes are projected. */
  owner_index: { name: 'owner-created_at', partition_key: 'owner', sort_key: 'created_at' },
  /** Epoch seconds after which the table may forget a row. */
  ttl_attribute: 'expires_at',
} as const;
