/** The environment of the embedded simulator. It is no file: its address changes at each start, and its keys are everyone's. */
export const sampleEnvironment = {
  id: 'simulator',
  platform: 'ldt6008',
  title: { zh: '仿真环境', en: 'Simulator' },
  values: { appCode: 'B100000KJGK' },
  conventions: {},
  variables: {},
  transport: {},
  keepsBodies: true,
} as const;
