// main.cc - signpost-serve: reads the options, serves, and says what went wrong in one line.
#include <exception>
#include <iostream>

#include "base/error.h"
#include "serve.h"
#include "service/serve_command_line.h"

int main(int argc, char** argv) {
  int exit_code = 0;
  const auto options = signpost::parse_serve_command_line(argc, argv, exit_code);
  if (!options) return exit_code;
  try {
    return signpost::serve(*options);
  } catch (const std::exception& error) {
    std::cerr << "signpost-serve: " << signpost::message_of(error) << '\n';
    return 1;
  }
}
