import { useEffect, useState } from 'react';

type NameOfDivision = (code: string) => string | undefined;

/** The division table, fetched after the first paint; until then no code has a name. */
export function useDivisionNames(): NameOfDivision {
  const [nameOf, setNameOf] = useState<NameOfDivision>(() => () => undefined);
  useEffect(() => {
    let gone = false;
    void import('../../../../shared/code-tables/divisions.ts').then(({ divisionName }) => {
      if (!gone) setNameOf(() => divisionName);
    });
    return () => {
      gone = true;
    };
  }, []);
  return nameOf;
}
