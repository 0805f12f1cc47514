import { holidays2007 } from './2007.ts';
import { holidays2008 } from './2008.ts';
import { holidays2009 } from './2009.ts';
import { holidays2010 } from './2010.ts';
import { holidays2011 } from './2011.ts';
import { holidays2012 } from './2012.ts';
import { holidays2013 } from './2013.ts';
import { holidays2014 } from './2014.ts';
import { holidays2015 } from './2015.ts';
import { holidays2016 } from './2016.ts';
import { holidays2017 } from './2017.ts';
import { holidays2018 } from './2018.ts';
import { holidays2019 } from './2019.ts';
import { holidays2020 } from './2020.ts';
import { holidays2021 } from './2021.ts';
import { holidays2022 } from './2022.ts';
import { holidays2023 } from './2023.ts';
import { holidays2024 } from './2024.ts';
import { holidays2025 } from './2025.ts';
import { holidays2026 } from './2026.ts';
import type { HolidayNotice } from './holiday-notice.ts';

/** Every notice shipped with the program, oldest first; within a year an amendment follows the notice it amends. */
export const shippedHolidayNotices: readonly HolidayNotice[] = [
  ...holidays2007,
  ...holidays2008,
  ...holidays2009,
  ...holidays2010,
  ...holidays2011,
  ...holidays2012,
  ...holidays2013,
  ...holidays2014,
  ...holidays2015,
  ...holidays2016,
  ...holidays2017,
  ...holidays2018,
  ...holidays2019,
  ...holidays2020,
  ...holidays2021,
  ...holidays2022,
  ...holidays2023,
  ...holidays2024,
  ...holidays2025,
  ...holidays2026,
];
