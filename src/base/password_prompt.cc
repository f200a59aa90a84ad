// password_prompt.cc - see password_prompt.h.
#include "base/password_prompt.h"

#include <termios.h>
#include <unistd.h>

#include <string_view>

#include "base/error.h"

namespace signpost {
namespace {

constexpr size_t kMaxLineBytes = 4096;
constexpr char kControlC = '\x03';

// What is typed stays unseen as long as it lives.
class HiddenTyping {
 public:
  explicit HiddenTyping(int terminal) : terminal_(terminal) {
    if (::tcgetattr(terminal_, &before_) != 0) throw_io("cannot use", "the terminal");
    termios hidden = before_;
    // Ctrl-C is a character meanwhile: it would leave the terminal as it is now.
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
    hidden.c_lflag |= ICANON | ECHONL;
    if (::tcsetattr(terminal_, TCSAFLUSH, &hidden) != 0) throw_io("cannot use", "the terminal");
  }
  ~HiddenTyping() { ::tcsetattr(terminal_, TCSANOW, &before_); }
  HiddenTyping(const HiddenTyping&) = delete;
  HiddenTyping& operator=(const HiddenTyping&) = delete;

 private:
  const int terminal_;
  termios before_{};
};

// Byte by byte, so that nothing of what follows is taken.
std::string read_line(int input) {
  std::string line;
  for (char c = 0; line.size() <= kMaxLineBytes && ::read(input, &c, 1) == 1 && c != '\n';) line += c;
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

// The terminal itself is told, since what is written may go into a file.
std::string ask(int terminal, std::string_view what) {
  if (::write(terminal, what.data(), what.size()) < 0) throw_io("cannot use", "the terminal");
  std::string line = read_line(terminal);
  if (line.find(kControlC) != std::string::npos) throw Error(ErrorKind::usage, "given up");
  return line;
}

}  // namespace

std::string ask_password(int input, PasswordUse use) {
  std::string password;
  if (::isatty(input) == 0) {
    password = read_line(input);
  } else {
    const HiddenTyping hidden(input);
    password = ask(input, "Password: ");
    if (use == PasswordUse::chosen && password != ask(input, "Once more: "))
      throw Error(ErrorKind::usage, "the two passwords are not the same");
  }
  if (password.empty()) throw Error(ErrorKind::usage, "there is no password");
  return password;
}

}  // namespace signpost
