// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace respool {

class Engine;

// The last thing a program does with its engine: stops the jobs and returns status. If some do not
// stop within their time the process ends here and now, with that status and a word on stderr.
int leave(Engine &engine, int status);

} // namespace respool
