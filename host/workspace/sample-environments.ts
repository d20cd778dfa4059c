import type { Bilingual } from '../../shared/bilingual.ts';
import type { SaveEnvironment } from '../../shared/model/environment.ts';
import type { Providers } from '../../shared/providers/providers.ts';

/**
 * An environment of an embedded simulator. It is no file: its address changes at each start, and its keys are everyone's.
 */
export interface SampleEnvironment extends Omit<SaveEnvironment, 'title' | 'url' | 'base'> {
  readonly title: Bilingual;
}

const main = 'ldt6008';

/** The main platform's is older than the others and has the short name. */
export function sampleEnvironmentId(platform: string): string {
  return platform === main ? 'simulator' : `simulator-${platform}`;
}

/** One for each platform. */
export function sampleEnvironments(providers: Providers): readonly SampleEnvironment[] {
  return providers.all().map(({ profile, sample }) => ({
    id: sampleEnvironmentId(profile.id),
    platform: profile.id,
    title: { zh: '仿真环境', en: 'Simulator' },
    values: sample.values,
    conventions: {},
    variables: {},
    transport: {},
    keepsBodies: true,
  }));
}

export function findSampleEnvironment(id: string, providers: Providers): SampleEnvironment | undefined {
  return sampleEnvironments(providers).find((one) => one.id === id);
}
