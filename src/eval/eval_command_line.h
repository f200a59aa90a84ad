// eval_command_line.h - the command line of signpost-eval.
#pragma once

#include <optional>
#include <string>

namespace signpost {

struct EvalOptions {
  std::string index;
  std::string queries;
  std::string qrels;
  std::string run;
  std::string compare;
  std::string golden;
  std::string asked;    // a data folder: what visitors asked and opened
  std::string answers;  // questions with the spans that answer them
  bool check = false;   // of a table: each question must get what it wants
  bool without_gold = false;
  std::string foreign;
  std::string curve;     // beginning of two files' names
  std::string signals;   // a file for learn_answers.py
  float threshold = -1;  // below 0: the site's
  std::string lang;
  bool correct = true;
};

// nullopt when the program should end at once (help, or a mistake that was printed); `exit_code` then says
// how.
std::optional<EvalOptions> parse_eval_command_line(int argc, char** argv, int& exit_code);

}  // namespace signpost
