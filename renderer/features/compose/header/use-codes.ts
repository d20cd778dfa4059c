import { useEffect, useState } from 'react';

export interface Codes {
  readonly tables: typeof import('../../../../shared/codes/tables.ts');
  readonly checks: typeof import('../../../../shared/codes/checks.ts').codeChecks;
}

/** Code tables and checks, fetched after the first paint; undefined until then. */
export function useCodes(): Codes | undefined {
  const [codes, setCodes] = useState<Codes>();
  useEffect(() => {
    let gone = false;
    async function fetchCodes(): Promise<void> {
      const [tables, { codeChecks }] = await Promise.all([
        import('../../../../shared/codes/tables.ts'),
        import('../../../../shared/codes/checks.ts'),
      ]);
      if (!gone) setCodes({ tables, checks: codeChecks });
    }
    void fetchCodes();
    return () => {
      gone = true;
    };
  }, []);
  return codes;
}
