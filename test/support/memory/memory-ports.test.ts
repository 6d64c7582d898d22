import { describeEpisodes } from '../episodes-contract';
import { describeObjectStore } from '../object-store-contract';
import { memoryEpisodes } from './memory-episodes';
import { memoryObjects } from './memory-objects';

describeObjectStore('the fake', async () => memoryObjects());
describeEpisodes('the fake', async () => memoryEpisodes());
