import { describeEpisodes } from './episodes-contract';
import { memoryEpisodes } from './memory-episodes';
import { memoryObjects } from './memory-objects';
import { describeObjectStore } from './object-store-contract';

describeObjectStore('the fake', async () => memoryObjects());
describeEpisodes('the fake', async () => memoryEpisodes());
