import { maintainJobs } from './maintainJobs.ts';
import { testJobs } from './testJobs.ts';

testJobs(maintainJobs);
