import { createContext, use } from 'react';
import type { HostClient } from './host-client.ts';

export const HostContext = createContext<HostClient | undefined>(undefined);

export function useHost(): HostClient {
  const client = use(HostContext);
  if (!client) throw new Error('useHost outside of HostContext');
  return client;
}
