// import_options.h - what a person asks of an import.
// Tested by tests/unit/importer/import_run_test.cc.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "importer/site_address.h"

namespace signpost {

struct ImportOptions {
  std::string output = "articles";  // the threads go below OUTPUT/community/LANG
  std::string lang = "en";
  std::string base_url;  // of the site that the posts come from; "" for the name of the folder
  std::string category;  // of all threads, "" for none

  // Stack Exchange
  std::string dump;  // folder with Posts.xml
  int min_score = std::numeric_limits<int>::min();
  std::vector<std::string> tags;  // only questions with one of them; all if empty
  uint64_t limit = 0;             // of threads; 0 for none

  // Discourse
  std::vector<std::string> files;
  std::string license;  // of all posts, "" for none
  bool prune = false;   // removes the threads that are in none of the files
};

struct ImportCounts {
  uint64_t questions = 0;
  uint64_t answers = 0;
  uint64_t bad = 0;         // records that are left out, each with an error
  uint64_t other = 0;       // records that are no questions and answers
  uint64_t unasked = 0;     // left out as the options say
  uint64_t unattached = 0;  // answers whose question isn't imported
  bool any_input = false;   // there was something that could be read
};

}  // namespace signpost
