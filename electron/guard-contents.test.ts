import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { expect, it, vi } from 'vitest';
import { denyNavigation, denyPermissions } from './guard-contents.ts';

it('refuses every permission but copying to the clipboard', () => {
  const session = {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
  };
  denyPermissions(session);
  const asked = (permission: string) => {
    const answer = vi.fn();
    session.setPermissionRequestHandler.mock.calls[0]?.[0](null, permission, answer);
    return answer.mock.calls[0]?.[0];
  };
  const checked = (permission: string) => session.setPermissionCheckHandler.mock.calls[0]?.[0](null, permission);
  for (const permission of ['media', 'geolocation', 'clipboard-read', 'notifications', 'openExternal', 'unknown']) {
    expect([permission, asked(permission), checked(permission)]).toEqual([permission, false, false]);
  }
  expect([asked('clipboard-sanitized-write'), checked('clipboard-sanitized-write')]).toEqual([true, true]);
  expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]({ deviceType: 'usb' })).toBe(false);
});

it('keeps every page where it is and opens no other', () => {
  const app = new EventEmitter();
  denyNavigation(app as unknown as App);
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() });
  app.emit('web-contents-created', {}, contents);
  expect(contents.setWindowOpenHandler.mock.calls[0]?.[0]({ url: 'https://example.org' })).toEqual({ action: 'deny' });
  for (const name of ['will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
    const event = { preventDefault: vi.fn() };
    contents.emit(name, event);
    expect(event.preventDefault, name).toHaveBeenCalled();
  }
});
