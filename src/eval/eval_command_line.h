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
  std::string lang;
  bool correct = true;
};

// nullopt when the program should end at once (help, or a mistake that was printed); `exit_code` then says
// how.
std::optional<EvalOptions> parse_eval_command_line(int argc, char** argv, int& exit_code);

}  // namespace signpost
