/* What an episode's page can do beyond being read. */
