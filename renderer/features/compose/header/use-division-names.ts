import { useEffect, useState } from 'react';

type NameOfDivision = (code: string) => string | undefined;

/** The division table, fetched after the first paint; until then no code has a name. */
export function useDivisionNames(): NameOfDivision {
  const [nameOf, setNameOf] = useState<NameOfDivision>(() => () => undefined);
  useEffect(() => {
    let gone = false;
    async function fetchTable(): Promise<void> {
      const { divisionName } = await import('../../../../shared/codes/divisions.ts');
      if (!gone) setNameOf(() => divisionName);
    }
    void fetchTable();
    return () => {
      gone = true;
    };
  }, []);
  return nameOf;
}
